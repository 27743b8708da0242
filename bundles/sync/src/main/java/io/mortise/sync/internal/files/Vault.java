package io.mortise.sync.internal.files;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes of files on disk, each file sealed under a key of its own. The keys lie with the secrets, sealed in their turn with
 * the tenant's key: without that, and without the database, nothing here can be read, and a file whose key is forgotten is
 * gone. Ids are ours, so no name that a person gave is ever a path. Thread-safe, but for two calls with one id.
 */
public final class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    /** Bytes that stay free on the disk, which the database needs too. */
    private static final long FREE = 512L << 20;

    private static final int STEP = 1 << 20;
    private static final String COMING = ".part";
    private static final String KEYS = "file/";

    private final Path folder;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    /** @param sha256 of the bytes as they came, in hexadecimal */
    public record Held(long size, String sha256) {}

    /** @param folder of nobody else; made if it isn't there */
    public Vault(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("files can't be kept in " + folder, e);
        }
    }

    /** Removes all but these, as what a crash has left behind. */
    public void only(Set<String> ids) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) if (!ids.contains(file.getFileName().toString())) Files.delete(file);
        } catch (IOException e) {
            LOG.warn("What isn't needed any more in {} can't be removed", folder, e);
        }
        secrets.names().stream()
                .filter(name -> name.startsWith(KEYS) && !ids.contains(name.substring(KEYS.length())))
                .forEach(secrets::forget);
    }

    /**
     * Keeps all of it; it is on disk for good when this returns, and nothing of it is if it fails.
     *
     * @param id of a new one
     * @param atMost bytes; more is FULL
     * @throws IOException if {@code bytes} break off
     */
    public Held keep(String id, InputStream bytes, long atMost) throws IOException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        Path whole = path(id);
        Path coming = folder.resolve(id + COMING);
        boolean kept = false;
        try {
            secrets.keep(KEYS + id, Secret.of(Base64.getEncoder().encodeToString(key)));
            Held held = write(coming, id, new SecretKeySpec(key, "AES"), bytes, atMost);
            onDisk(() -> Files.move(coming, whole, StandardCopyOption.ATOMIC_MOVE));
            onDisk(this::sync);
            kept = true;
            return held;
        } finally {
            if (!kept) remove(id);
        }
    }

    private Held write(Path coming, String id, SecretKey key, InputStream bytes, long atMost) throws IOException {
        MessageDigest sum = sha256();
        long size = 0;
        byte[] some = new byte[STEP];
        try (FileChannel file = create(coming);
                SealedOutput out = new SealedOutput(stream(file), key, id)) {
            requireSpace();
            for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
                int length = n;
                size += n;
                if (size > atMost) throw full();
                sum.update(some, 0, n);
                onDisk(() -> out.write(some, 0, length));
                if (size / STEP != (size - n) / STEP) requireSpace();
            }
            onDisk(out::finish);
            onDisk(() -> file.force(true));
        }
        return new Held(size, HexFormat.of().formatHex(sum.digest()));
    }

    private static OutputStream stream(FileChannel file) {
        return Channels.newOutputStream(file);
    }

    private FileChannel create(Path file) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] ours = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ours);
    }

    /** What goes wrong with the disk isn't the sender's line. */
    private void onDisk(Disk work) {
        try {
            work.done();
        } catch (IOException e) {
            LOG.error("A file can't be kept in {}", folder, e);
            throw new Refusal(
                    Reason.FULL, "The disk here doesn't take the file. Keep it, and tell your administrator.");
        }
    }

    @FunctionalInterface
    private interface Disk {
        void done() throws IOException;
    }

    /** The name of a file is safe only with its folder. */
    private void sync() throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (AccessDeniedException notHere) {
            LOG.debug("Folders can't be synced here", notHere); // Windows
        }
    }

    private void requireSpace() throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < FREE)
            throw new Refusal(
                    Reason.FULL, "The disk here is nearly full, so no file is kept. Tell your administrator.");
    }

    private static Refusal full() {
        return new Refusal(
                Reason.FULL,
                "There is no room here for this file: others wait to go out. Try again when some of them have.");
    }

    /** @throws Damaged if it isn't there; or later, where it was changed or cut */
    public InputStream open(String id) throws IOException {
        Secret key = secrets.find(KEYS + id).orElseThrow(() -> new Damaged("a kept file has no key", null));
        InputStream file = new BufferedInputStream(bytes(id), SealedPart.SIZE);
        return new SealedInput(file, new SecretKeySpec(Base64.getDecoder().decode(key.reveal()), "AES"), id);
    }

    private InputStream bytes(String id) throws IOException {
        try {
            return Files.newInputStream(path(id));
        } catch (NoSuchFileException e) {
            throw new Damaged("a kept file isn't there", e);
        }
    }

    /** Reads it to its end. @throws IOException if it isn't what was kept */
    public void verify(String id) throws IOException {
        try (InputStream bytes = open(id)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Its key first: what is left of it then is noise. */
    public void remove(String id) {
        secrets.forget(KEYS + id);
        try {
            for (Path file : List.of(path(id), folder.resolve(id + COMING))) Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A file that isn't needed any more can't be removed from {}", folder, e);
        }
    }

    private Path path(String id) {
        if (!id.matches("\\d{1,19}")) throw new IllegalArgumentException("no file has such an id");
        return folder.resolve(id);
    }

    /** In hexadecimal. @throws IOException if the bytes break off */
    public static String sum(InputStream bytes) throws IOException {
        MessageDigest sum = sha256();
        byte[] some = new byte[STEP];
        for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) sum.update(some, 0, n);
        return HexFormat.of().formatHex(sum.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
