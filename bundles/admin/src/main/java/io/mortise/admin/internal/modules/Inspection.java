package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Looks a jar through, every byte of it, before the framework gets to see it. */
final class Inspection {
    private static final int ENTRIES = 20_000;
    private static final long UNPACKED = 512L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}");

    private Inspection() {}

    /** @throws Refusal when it is no bundle, or one that nobody should open */
    static ModuleFile of(Path path) {
        try (JarFile jar = new JarFile(path.toFile(), true)) {
            Manifest manifest = jar.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String id = id(headers.getValue(Constants.BUNDLE_SYMBOLICNAME));
            Version version = version(headers.getValue(Constants.BUNDLE_VERSION));
            if (headers.getValue(Constants.FRAGMENT_HOST) != null)
                throw invalid(id + " is a fragment of another bundle, which can't be added while that one runs.");
            return new ModuleFile(path, id, version, signer(jar), manifest);
        } catch (IOException e) { // what it holds, not the disk: it has just been written there
            throw noBundle("it can't be read as a jar (" + e.getMessage() + ")");
        } catch (SecurityException e) {
            throw invalid("This file was changed after it had been signed (" + e.getMessage() + ").");
        }
    }

    private static String id(String header) {
        if (header == null) throw noBundle("its manifest has no Bundle-SymbolicName");
        String id = header.split(";", 2)[0].strip();
        if (!NAME.matcher(id).matches()) throw noBundle("\"" + id + "\" can't be a Bundle-SymbolicName");
        return id;
    }

    private static Version version(String header) {
        try {
            return Version.parseVersion(header);
        } catch (IllegalArgumentException e) {
            throw noBundle("\"" + header + "\" can't be a Bundle-Version");
        }
    }

    /** Digests are checked as entries are read to their end; who signed is known only after that. */
    private static String signer(JarFile jar) throws IOException {
        Set<String> names = null;
        long unpacked = 0;
        int entries = 0;
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (++entries > ENTRIES) throw invalid("This file has more than " + ENTRIES + " entries.");
            unpacked += size(jar, entry, UNPACKED - unpacked);
            if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) continue;
            Set<String> here = names(entry.getCodeSigners());
            if (names == null) names = here;
            else names.retainAll(here);
        }
        return names == null ? "" : names.stream().sorted().findFirst().orElse("");
    }

    /** What it says of its own size isn't to be believed, so it is unpacked. */
    private static long size(JarFile jar, JarEntry entry, long limit) throws IOException {
        if (List.of(entry.getName().split("[/\\\\]")).contains(".."))
            throw invalid("This file has an entry that points out of it: " + entry.getName());
        byte[] some = new byte[64 * 1024];
        long size = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                size += n;
                if (size > limit) throw invalid("This file is larger than " + (UNPACKED >> 20) + " MB when unpacked.");
            }
        }
        return size;
    }

    private static Set<String> names(CodeSigner[] signers) {
        Set<String> names = new HashSet<>();
        if (signers == null) return names;
        for (CodeSigner signer : signers) {
            if (signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate)
                names.add(certificate.getSubjectX500Principal().getName());
        }
        return names;
    }

    private static Refusal noBundle(String why) {
        return invalid("This file is not an OSGi bundle: " + why + ". Upload the jar of a module.");
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Refusal.Reason.INVALID, sentence);
    }
}
