package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Envelope encryption with AES-256-GCM: each value under a data key of its own, which is wrapped by the master key. The
 * master key lies in a file beside the database, readable by its owner only; without it the database tells no secret.
 */
final class Seal {
    private static final byte FORMAT = 1;
    private static final int IV = 12;
    private static final int WRAPPED = 40;
    private final SecretKey master;
    private final SecureRandom random;

    Seal(SecretKey master, SecureRandom random) {
        this.master = master;
        this.random = random;
    }

    /** With the folder's master key, which is made at first use. */
    static Seal in(Path folder, SecureRandom random) {
        try {
            Path file = folder.resolve("master.key");
            if (!Files.exists(file)) create(folder, file, random);
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            return new Seal(new SecretKeySpec(key, "AES"), random);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key in " + folder + " can't be read or made", e);
        }
    }

    private static void create(Path folder, Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(folder, "master", ".new", owners);
        Files.writeString(draft, Base64.getEncoder().encodeToString(key));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException faster) {
            // another thread has made one: that one counts
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }

    /** @param place where it is kept; needed again to open it */
    String close(Secret secret, String place) {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(256, random);
            SecretKey key = keys.generateKey();
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, master);
            byte[] wrapped = wrap.wrap(key);
            byte[] iv = new byte[IV];
            random.nextBytes(iv);
            byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key, iv, place)
                    .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            ByteBuffer all = ByteBuffer.allocate(1 + WRAPPED + IV + sealed.length);
            all.put(FORMAT).put(wrapped).put(iv).put(sealed);
            return Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret couldn't be sealed", e);
        }
    }

    Secret open(String text, String place) {
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (all.get() != FORMAT) throw new IllegalStateException("this secret was sealed by a newer version");
            byte[] wrapped = new byte[WRAPPED];
            byte[] iv = new byte[IV];
            all.get(wrapped).get(iv);
            byte[] sealed = new byte[all.remaining()];
            all.get(sealed);
            Cipher unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, master);
            SecretKey key = (SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            byte[] plain = gcm(Cipher.DECRYPT_MODE, key, iv, place).doFinal(sealed);
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret doesn't open with this master key", e);
        }
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] iv, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, iv));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
