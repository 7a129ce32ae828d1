package org.steelyard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that whoever has them may use, of which only the SHA-256 is kept. */
public final class Secrets {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new secret of 256 random bits, in letters that an address takes as they are. */
    public static String secret() {
        return random(SECRET_BYTES);
    }

    /** A new name for what has a secret, which may be shown. */
    public static String id() {
        return random(ID_BYTES);
    }

    /** The SHA-256 of a secret, in 64 hexadecimal digits: what is kept of it. */
    public static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
