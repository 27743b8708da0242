package io.mortise.sync.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Seals what is written to it. Whole only after {@link #finish}: what wasn't finished doesn't open. One thread at a time. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SecretKey key;
    private final String place;
    private final byte[] part = new byte[SealedPart.SIZE];
    private int filled;
    private long number;

    SealedOutput(OutputStream out, SecretKey key, String place) {
        this.out = out;
        this.key = key;
        this.place = place;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        int at = start;
        int left = length;
        while (left > 0) {
            if (filled == part.length) seal(false); // only now is it known that it isn't the last
            int some = Math.min(left, part.length - filled);
            System.arraycopy(from, at, part, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    /** That was all. */
    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(SealedPart.cipher(Cipher.ENCRYPT_MODE, key, place, number++, last)
                    .doFinal(part, 0, filled));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a file couldn't be sealed", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
