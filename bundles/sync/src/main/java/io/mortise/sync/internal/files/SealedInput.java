package io.mortise.sync.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Opens what a {@link SealedOutput} has sealed, part by part: no byte is given that wasn't proved first. What was changed,
 * cut or lengthened is {@link Damaged} where that begins. One thread at a time.
 */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final SecretKey key;
    private final String place;
    private byte[] part = new byte[0];
    private int at;
    private long number;
    private boolean last;

    SealedInput(InputStream in, SecretKey key, String place) {
        this.in = new PushbackInputStream(in);
        this.key = key;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (at == part.length) {
            if (last) return -1;
            open();
        }
        int some = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, from, some);
        at += some;
        return some;
    }

    private void open() throws IOException {
        byte[] sealed = in.readNBytes(SealedPart.SIZE + SealedPart.TAG);
        int next = in.read();
        if (next >= 0) in.unread(next);
        boolean ends = next < 0;
        if (sealed.length < SealedPart.TAG) throw damaged(null); // the JDK's complaint would be of another kind
        try {
            part = SealedPart.cipher(Cipher.DECRYPT_MODE, key, place, number, ends)
                    .doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
        at = 0;
        number++;
        last = ends;
    }

    private static IOException damaged(GeneralSecurityException why) {
        return new Damaged("a kept file was changed or cut", why);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
