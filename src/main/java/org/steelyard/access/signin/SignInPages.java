package org.steelyard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** Where people sign in. */
@Controller
class SignInPages {
    private static final String VIEW = "access/sign-in";

    private final PasswordChecks passwords;
    private final Sessions sessions;
    private final Texts texts;

    SignInPages(PasswordChecks passwords, Sessions sessions, Texts texts) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.texts = texts;
    }

    @GetMapping(Paths.SIGN_IN)
    String form(@RequestParam(required = false) @Nullable String to, Model model) {
        return page("", to, model);
    }

    @PostMapping(Paths.SIGN_IN)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var known = passwords.user(user.strip(), password, request.getRemoteAddr());
            if (known.isPresent()) {
                sessions.begin(known.get(), request, response);
                return Redirect.to(Paths.back(to));
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Unauthorized.BEARER);
            model.addAttribute("wrong", texts.text("access.sign-in.wrong"));
        } catch (Problem tooMany) {
            tooMany.headers().forEach(response::setHeader);
            response.setStatus(tooMany.status().value());
            model.addAttribute("wrong", tooMany.getMessage());
        }
        return new ModelAndView(page(user, to, model), model.asMap());
    }

    private static String page(String user, @Nullable String to, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("to", Paths.back(to));
        return VIEW;
    }
}
