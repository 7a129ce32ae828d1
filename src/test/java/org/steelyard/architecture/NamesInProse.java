package org.steelyard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names between backticks of a document: classes, members as in {@code AssessmentState.evolve}, and paths below
 * {@code src}, {@code docs} and {@code seeds}. Prose drifts; a name that is gone is how it shows.
 */
record NamesInProse(JavaClasses known, Path top) {

    private static final Pattern BETWEEN_BACKTICKS = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?(?:\\(.*\\))?");
    private static final Pattern PATH = Pattern.compile("(src|docs|seeds)/[\\w./-]*");

    /** The names that mean nothing any more, in the order of the text. */
    List<String> unknown(String markdown) {
        return BETWEEN_BACKTICKS
                .matcher(markdown)
                .results()
                .map(match -> match.group(1))
                .filter(name -> isUnknownClass(name) || isUnknownPath(name))
                .distinct()
                .toList();
    }

    private boolean isUnknownClass(String name) {
        var match = CLASS.matcher(name);
        return match.matches() && classesNamed(match.group(1)).noneMatch(type -> has(type, match.group(2)));
    }

    private boolean isUnknownPath(String name) {
        return PATH.matcher(name).matches() && !Files.exists(top.resolve(name));
    }

    private Stream<JavaClass> classesNamed(String simpleName) {
        return known.stream().filter(type -> type.getSimpleName().equals(simpleName));
    }

    private boolean has(JavaClass type, @Nullable String member) {
        return member == null
                || type.getMembers().stream().map(JavaMember::getName).anyMatch(member::equals)
                || known.contain(type.getName() + "$" + member);
    }
}
