package org.steelyard.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Service;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.access.signin.PasswordChecks;
import org.steelyard.access.signin.SignedIn;
import org.steelyard.http.Problem;

/** Who may do what: the one place that decides. Rights are today's, whatever the point in time that is looked at. */
@Service("access")
public class Access {
    private final Users users;
    private final Members members;
    private final AssessmentFacts assessments;
    private final PasswordChecks passwords;

    Access(Users users, Members members, AssessmentFacts assessments, PasswordChecks passwords) {
        this.users = users;
        this.members = members;
        this.assessments = assessments;
        this.passwords = passwords;
    }

    /**
     * The name of who is signed in.
     *
     * @throws Problem 401 where nobody is
     */
    public String user() {
        return signedIn().getName();
    }

    /** The name of who is signed in; empty where nobody is. */
    public Optional<String> signedInName() {
        return Optional.ofNullable(current()).map(SignedIn::getName);
    }

    /** Whether who is signed in manages the installation; false where nobody is. */
    public boolean isAdministrator() {
        var signedIn = current();
        return signedIn != null && isAdministrator(signedIn.getName());
    }

    /** Whether there is a user of this name who is enabled, for work that goes on after a request. */
    public boolean isActive(String user) {
        return known(user).isPresent();
    }

    /** Whether who is signed in may open assessments. */
    public boolean mayOpen() {
        var signedIn = current();
        return signedIn != null
                && known(signedIn.getName()).filter(User::mayOpen).isPresent();
    }

    /** Whether who is signed in has this right; false where there is no such assessment. */
    public boolean may(Right right, String assessment) {
        var signedIn = current();
        return signedIn != null && may(signedIn.getName(), right, assessment);
    }

    /**
     * Whether a user has this right, for work that goes on after a request, such as a stream; false where there is no such
     * assessment, or no such user who is enabled.
     */
    public boolean may(String user, Right right, String assessment) {
        var openToAll = assessments.isOpenToAll(assessment);
        var known = known(user);
        if (openToAll.isEmpty() || known.isEmpty()) {
            return false;
        }
        return known.get().isAdministrator()
                || (right == Right.READ && openToAll.get())
                || isGranted(known.get(), right, members.roleOf(user, assessment));
    }

    /**
     * Whether a user has this right by a grant in the assessment, within their role in the installation; false for an administrator
     * who has it only as such.
     */
    public boolean isGranted(String user, Right right, String assessment) {
        return known(user)
                .filter(known -> isGranted(known, right, members.roleOf(user, assessment)))
                .isPresent();
    }

    /**
     * Whether a user may rate in an assessment by a grant there; or has no role there, and an owner could give them one in which they
     * may. Not an administrator without a grant, who oversees, and nobody whom a role there lets read alone.
     */
    public boolean mayComeToRate(String user, String assessment) {
        return known(user)
                .filter(known -> mayComeToRate(known, members.roleOf(user, assessment)))
                .isPresent();
    }

    /**
     * Demands a right of who is signed in.
     *
     * @throws Problem 404 where they may not know that the assessment exists, or it does not; else 403
     */
    public void require(Right right, String assessment) {
        var user = user();
        if (may(user, right, assessment)) {
            return;
        }
        if (!may(user, Right.READ, assessment)) {
            throw Problem.notFound("There is no assessment " + assessment + ", or it is not yours to see.");
        }
        throw Problem.forbidden(refusal(right));
    }

    /**
     * Demands the right to open assessments.
     *
     * @throws Problem 403
     */
    public void requireToOpen() {
        if (known(user()).filter(User::mayOpen).isEmpty()) {
            throw Problem.forbidden(
                    "Only analysts and administrators open assessments: ask an administrator for the role.");
        }
    }

    /**
     * Demands an administrator.
     *
     * @throws Problem 403
     */
    public void requireAdministrator() {
        if (!isAdministrator(user())) {
            throw Problem.forbidden("Only administrators may do this: ask one.");
        }
    }

    /** For lists: whether who is signed in may read an assessment of this key that is, or is not, open to all. */
    public BiPredicate<String, Boolean> readable() {
        var name = user();
        var user = known(name);
        if (user.isEmpty()) {
            return (assessment, openToAll) -> false;
        }
        if (user.get().isAdministrator()) {
            return (assessment, openToAll) -> true;
        }
        Map<String, Role> roles = members.rolesOf(name);
        return (assessment, openToAll) -> mayRead(user.get(), openToAll, roles.get(assessment));
    }

    /** For lists: whether who is signed in may come to rate in an assessment of this key, as {@link #mayComeToRate(String, String)} says. */
    public Predicate<String> mayComeToRate() {
        var name = user();
        var user = known(name);
        if (user.isEmpty()) {
            return assessment -> false;
        }
        Map<String, Role> roles = members.rolesOf(name);
        return assessment -> mayComeToRate(user.get(), roles.get(assessment));
    }

    /** By what who is signed in came in, to be asked again as long as the request is answered. */
    public Admission admission(HttpServletRequest request) {
        return new Admission(signedIn(), request.getSession(false));
    }

    /** Whether the request came with an API token, rather than from a session. */
    public boolean isByToken() {
        return signedIn().how() == SignedIn.How.TOKEN;
    }

    /** The name of who is signed in with a session, as people at a browser are; empty for a token, and where nobody is. */
    public Optional<String> inSession() {
        return Optional.ofNullable(current())
                .filter(signedIn -> signedIn.how() == SignedIn.How.SESSION)
                .map(SignedIn::getName);
    }

    /**
     * Demands the password of who is signed in once more, for what should not be done by whoever finds the screen unlocked.
     *
     * @throws Problem 403 for another password; 429 after too many of them
     */
    public void requirePassword(String password) {
        passwords.requireOf(signedIn(), password);
    }

    /** Does the jar's own work as the user {@code system}, who may do everything: for commands where no server runs. */
    public <T> T asSystem(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(SignedIn.system()));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    static boolean mayRead(User user, boolean openToAll, @Nullable Role role) {
        return user.isAdministrator() || openToAll || isGranted(user, Right.READ, role);
    }

    static boolean isGranted(User user, Right right, @Nullable Role role) {
        return role != null && role.grants(right) && user.isAllowed(right);
    }

    static boolean mayComeToRate(User user, @Nullable Role role) {
        return role == null
                ? !user.isAdministrator() && user.isAllowed(Right.RECORD)
                : isGranted(user, Right.RECORD, role);
    }

    private boolean isAdministrator(String user) {
        return known(user).filter(User::isAdministrator).isPresent();
    }

    private Optional<User> known(String name) {
        return name.equals(User.SYSTEM) ? Optional.of(User.system()) : users.active(name);
    }

    private static SignedIn signedIn() {
        var signedIn = current();
        if (signedIn == null) {
            throw Problem.unauthorized("Sign in, or send Authorization: Bearer with an API token.");
        }
        return signedIn;
    }

    private static @Nullable SignedIn current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn ? signedIn : null;
    }

    private static String refusal(Right right) {
        return switch (right) {
            case READ -> "You may not read this assessment: ask one of its owners.";
            case COMMENT -> "You may read here and not comment: ask an owner for another role.";
            case RECORD -> "Only owners and analysts of this assessment record here: ask an owner for the role.";
            case REVIEW -> "Only reviewers of this assessment review it: ask an owner for the role.";
            case GOVERN -> "Only owners of this assessment may do this: ask one of them.";
        };
    }
}
