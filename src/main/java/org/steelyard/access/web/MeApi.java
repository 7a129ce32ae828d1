package org.steelyard.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.account.Users;
import org.steelyard.access.signin.Paths;
import org.steelyard.access.web.UsersApi.UserAnswer;
import org.steelyard.http.Body;
import org.steelyard.http.Sent;

/** Who one is, over HTTP. */
@RestController
@RequestMapping(Paths.ME)
class MeApi {
    private final Access access;
    private final Users users;
    private final PasswordChange passwords;

    MeApi(Access access, Users users, PasswordChange passwords) {
        this.access = access;
        this.users = users;
        this.passwords = passwords;
    }

    @Body
    record PasswordBody(String old, @JsonProperty("new") String replacement) {}

    /** What a new password ended. */
    record PasswordAnswer(String user, String ended) {}

    @GetMapping
    @Operation(summary = "Who is signed in, with which roles in the installation")
    UserAnswer me() {
        var user = access.user();
        return UserAnswer.of(users.find(user).orElseThrow(() -> Users.unknown(user)));
    }

    @PostMapping("/password")
    @Operation(summary = "Change one's own password, which ends one's other sessions and all of one's tokens")
    PasswordAnswer password(
            @RequestBody(required = true) Sent<PasswordBody> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var body = sent.fields();
        passwords.change(body.old(), body.replacement(), request, response);
        return new PasswordAnswer(access.user(), "All your other sessions and all your API tokens have ended.");
    }
}
