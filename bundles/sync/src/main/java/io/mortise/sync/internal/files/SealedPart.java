package io.mortise.sync.internal.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A sealed file is a row of parts, each sealed by itself with AES-256-GCM, so that none has to be held in memory with all
 * the others. What a part is (its number, and whether it is the last) is its nonce: none can be left out, moved or added
 * unseen. That is safe since a key seals one file and no more.
 */
final class SealedPart {
    /** Bytes of a part that isn't the last. */
    static final int SIZE = 64 << 10;

    static final int TAG = 16;
    private static final int NONCE = 12;

    private SealedPart() {}

    /** @param place bound into the seal: a file that is moved to another place doesn't open */
    static Cipher cipher(int mode, SecretKey key, String place, long number, boolean last)
            throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putLong(number).putInt(last ? 1 : 0).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
