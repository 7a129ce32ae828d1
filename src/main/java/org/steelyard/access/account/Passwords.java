package org.steelyard.access.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;
import org.steelyard.http.Texts;

/** What a password must be (after NIST SP 800-63B: long rather than odd), and how it is kept: Argon2id, 19 MiB, two passes. */
@Component
public class Passwords {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /** Letters and digits that are not taken for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int BYTES = 32;

    private final PasswordEncoder encoder =
            new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(KIBIBYTES, PASSES, 1, BYTES, Argon2.ID));
    private final SecureRandom random = new SecureRandom();
    /** Each hash takes memory and a core: more at once would only let a flood of attempts starve the rest. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), true);

    private final String hashOfNobody = hash(random());

    /** What is wrong with this as a new password of this user, said so that it can follow its name; null where nothing is. */
    public @Nullable String fault(String user, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return "has " + length + " characters; take at least " + SHORTEST + ", such as four words";
        }
        if (length > LONGEST) {
            return "has " + length + " characters; take at most " + LONGEST;
        }
        var fault = Texts.fault(password);
        if (fault != null) {
            return fault;
        }
        if (password.codePoints().distinct().count() < 4) {
            return "is too easy to guess; take four words";
        }
        var lower = password.toLowerCase(Locale.ROOT);
        return lower.replace(user, "").codePointCount(0, lower.replace(user, "").length()) < SHORTEST / 2
                ? "is little more than your name; take four words"
                : null;
    }

    String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    /** Whether the password is the one of this hash. Where there is no hash it takes as long, and is not. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = limited(() -> encoder.matches(password, hash == null ? hashOfNobody : hash));
        return same && hash != null;
    }

    /** Twenty letters and digits: 100 bits. */
    String random() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private <T> T limited(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
