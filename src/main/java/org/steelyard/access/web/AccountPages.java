package org.steelyard.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Access;
import org.steelyard.access.account.Passwords;
import org.steelyard.access.account.Tokens;
import org.steelyard.access.account.Users;
import org.steelyard.access.signin.Paths;
import org.steelyard.access.signin.Redirect;
import org.steelyard.http.Body;
import org.steelyard.http.Problem;
import org.steelyard.http.Texts;
import org.steelyard.http.Times;

/** One's own account: who one is, one's password, one's API tokens. */
@Controller
class AccountPages {
    private static final String ACCOUNT_VIEW = "access/account";
    private static final String PASSWORD_VIEW = "access/password";

    private final Access access;
    private final Users users;
    private final Tokens tokens;
    private final PasswordChange passwords;
    private final org.steelyard.site.Texts texts;

    AccountPages(Access access, Users users, Tokens tokens, PasswordChange passwords, org.steelyard.site.Texts texts) {
        this.access = access;
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.texts = texts;
    }

    @GetMapping(Paths.ACCOUNT)
    String account(Model model) {
        show(model);
        return ACCOUNT_VIEW;
    }

    @GetMapping(Paths.PASSWORD)
    String password(Model model) {
        show(model);
        model.addAttribute("shortest", Passwords.SHORTEST);
        return PASSWORD_VIEW;
    }

    @PostMapping(Paths.PASSWORD)
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(name = "new", defaultValue = "") String replacement,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        password(model);
        if (!replacement.equals(again)) {
            return Form.again(PASSWORD_VIEW, "again", texts.text("access.password.differs"), model, response);
        }
        try {
            passwords.change(old, replacement, request, response);
        } catch (Problem problem) {
            return problem.status() == HttpStatus.FORBIDDEN
                    ? Form.again(PASSWORD_VIEW, "old", problem.getMessage(), model, response)
                    : Form.again(PASSWORD_VIEW, problem, model, response);
        }
        return Redirect.to(Paths.ACCOUNT + "?changed");
    }

    /** The secret is on the page that answers, and nowhere after. */
    @PostMapping(Paths.ACCOUNT + "/tokens")
    ModelAndView makeToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expires,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("name", name);
        model.addAttribute("expires", expires);
        try {
            model.addAttribute("made", tokens.make(access.user(), named(name), endOf(expires)));
            model.addAttribute("name", "");
        } catch (Problem problem) {
            show(model);
            return Form.again(ACCOUNT_VIEW, problem, model, response);
        }
        show(model);
        return new ModelAndView(ACCOUNT_VIEW, model.asMap());
    }

    @PostMapping(Paths.ACCOUNT + "/tokens/{id}/revocation")
    ModelAndView revokeToken(@PathVariable String id) {
        tokens.revoke(access.user(), id);
        return Redirect.to(Paths.ACCOUNT + "?revoked");
    }

    private void show(Model model) {
        var user = access.user();
        model.addAttribute("me", users.find(user).orElseThrow(() -> Users.unknown(user)));
        model.addAttribute("tokens", tokens.of(user));
    }

    private static String named(String name) {
        var fault = Texts.fault(name);
        if (fault != null) {
            throw Problem.badField("/name", fault);
        }
        if (name.isBlank() || name.codePointCount(0, name.length()) > Body.NAME) {
            throw Problem.badField("/name", "must have 1 to " + Body.NAME + " characters");
        }
        return name;
    }

    /** The end of a day in UTC; null where none is given. */
    private static @Nullable Instant endOf(String day) {
        if (day.isBlank()) {
            return null;
        }
        return Times.date(day)
                .orElseThrow(() -> Problem.badField("/expiresAt", "must be a date as 2030-12-31"))
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
