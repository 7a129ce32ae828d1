package org.steelyard.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.account.InstallationRole;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.access.account.Users.Change;
import org.steelyard.access.account.Users.NewUser;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.Sent;

/** Users over HTTP, for administrators. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/users")
class UsersApi {
    private final Access access;
    private final Users users;

    UsersApi(Access access, Users users) {
        this.access = access;
        this.users = users;
    }

    @Body
    record UserBody(
            @Body.UserName String user,
            String password,
            @Body.Entries(4) List<InstallationRole> roles,
            @Nullable Boolean disabled,
            @Nullable Boolean mustChangePassword,
            @Nullable Boolean adopt) {}

    @Body
    record ChangeBody(
            @Nullable String password,
            @Body.Entries(4) @Nullable List<InstallationRole> roles,
            @Nullable Boolean disabled,
            @Nullable Boolean mustChangePassword,
            @Body.Cleared Set<String> cleared) {}

    /** A user as others may see them. */
    record UserAnswer(
            String user,
            List<InstallationRole> roles,
            boolean disabled,
            boolean mustChangePassword,
            Instant createdAt) {

        static UserAnswer of(User user) {
            return new UserAnswer(
                    user.name(),
                    user.roles().stream().sorted().toList(),
                    user.disabled(),
                    user.mustChange(),
                    user.createdAt());
        }
    }

    @GetMapping
    @Operation(summary = "All users, sorted by name: administrators only")
    Page<UserAnswer> list(Paging paging) {
        access.requireAdministrator();
        var found = users.list(paging.after(), paging.limit() + 1).stream()
                .map(UserAnswer::of)
                .toList();
        return paging.page(UserAnswer.class, found, UserAnswer::user);
    }

    @GetMapping("/{user}")
    @Operation(summary = "One user: administrators only")
    UserAnswer one(@PathVariable String user) {
        access.requireAdministrator();
        return UserAnswer.of(users.find(user).orElseThrow(() -> Users.unknown(user)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a user: administrators only; adopt takes the name of an author in the log")
    ResponseEntity<UserAnswer> add(@RequestBody(required = true) Sent<UserBody> sent) {
        access.requireAdministrator();
        var body = sent.fields();
        var added = users.add(
                new NewUser(
                        body.user(),
                        body.password(),
                        set(body.roles()),
                        isTrue(body.disabled()),
                        isTrue(body.mustChangePassword()),
                        isTrue(body.adopt())),
                access.user());
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/users/" + added.name()))
                .body(UserAnswer.of(added));
    }

    @PatchMapping("/{user}")
    @Operation(summary = "Change roles, password or whether a user is disabled: administrators only; one of them stays")
    UserAnswer change(@PathVariable String user, @RequestBody(required = true) Sent<ChangeBody> sent) {
        access.requireAdministrator();
        var body = sent.fields();
        var roles = body.roles() == null ? null : set(body.roles());
        var change = new Change(body.password(), roles, body.disabled(), body.mustChangePassword());
        return UserAnswer.of(users.change(user, change, access.user()));
    }

    private static Set<InstallationRole> set(List<InstallationRole> roles) {
        var set = EnumSet.noneOf(InstallationRole.class);
        set.addAll(roles);
        return set;
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
