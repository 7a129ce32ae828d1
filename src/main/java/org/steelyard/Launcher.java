package org.steelyard;

import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar steelyard.jar} runs first. It is compiled for Java 8 and lies at the root of the jar, so that an
 * old Java can read it and say in one sentence what is missing, where otherwise it would print a stack trace.
 */
public final class Launcher {

    static final int OLDEST_JAVA = 25;

    private Launcher() {}

    /** Hands over to Spring Boot's launcher, or ends with exit code 1 where this Java is too old. */
    public static void main(String[] args) throws ReflectiveOperationException {
        String refusal = refusal(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (refusal != null) {
            System.err.println(refusal);
            System.exit(1);
        }
        Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /**
     * Why this Java will not do, in one sentence; null where it will.
     *
     * @param version as in the system property {@code java.specification.version}: {@code 1.8}, {@code 17}, {@code 25}
     */
    static @Nullable String refusal(String version, String home) {
        int feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (feature >= OLDEST_JAVA) {
            return null;
        }
        return "Steelyard needs Java " + OLDEST_JAVA + " or later, and this is Java " + feature + " (" + home
                + "): start it with the java of a newer JDK, for example from https://adoptium.net.";
    }
}
