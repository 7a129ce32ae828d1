package org.steelyard.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Access;
import org.steelyard.access.account.InstallationRole;
import org.steelyard.access.account.Passwords;
import org.steelyard.access.account.Users;
import org.steelyard.access.account.Users.Change;
import org.steelyard.access.account.Users.NewUser;
import org.steelyard.access.signin.Redirect;
import org.steelyard.http.Body;
import org.steelyard.http.Problem;

/** Users on pages, for administrators. */
@Controller
@RequestMapping(UserPages.PATH)
class UserPages {
    static final String PATH = "/admin/users";
    private static final String LIST_VIEW = "access/users";
    private static final String USER_VIEW = "access/user";
    private static final int PER_PAGE = 200;
    private static final Pattern NAME = Pattern.compile(Body.UserName.PATTERN);

    private final Access access;
    private final Users users;

    UserPages(Access access, Users users) {
        this.access = access;
        this.users = users;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        access.requireAdministrator();
        var found = users.list(after, PER_PAGE + 1);
        boolean more = found.size() > PER_PAGE;
        var shown = more ? found.subList(0, PER_PAGE) : found;
        model.addAttribute("users", shown);
        model.addAttribute("next", more ? shown.getLast().name() : null);
        addCommon(model);
        return LIST_VIEW;
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") List<InstallationRole> roles,
            @RequestParam(defaultValue = "false") boolean once,
            @RequestParam(defaultValue = "false") boolean adopt,
            Model model,
            HttpServletResponse response) {
        access.requireAdministrator();
        try {
            var name = user.strip();
            if (!NAME.matcher(name).matches()) {
                throw Problem.badField(
                        "/user",
                        "is no user name; take lower-case letters, digits, dots, hyphens and underscores, at most 64");
            }
            users.add(new NewUser(name, password, set(roles), false, once, adopt), access.user());
            return Redirect.to(PATH + "/" + name + "?added");
        } catch (Problem problem) {
            model.addAttribute("name", user);
            model.addAttribute("chosen", set(roles));
            list(null, model);
            return Form.again(LIST_VIEW, problem, model, response);
        }
    }

    @GetMapping("/{user}")
    String one(@PathVariable String user, Model model) {
        access.requireAdministrator();
        var found = users.find(user).orElseThrow(() -> Users.unknown(user));
        model.addAttribute("user", found);
        model.addAttribute("chosen", found.roles());
        addCommon(model);
        return USER_VIEW;
    }

    @PostMapping("/{user}")
    ModelAndView change(
            @PathVariable String user,
            @RequestParam(defaultValue = "") List<InstallationRole> roles,
            @RequestParam(defaultValue = "false") boolean disabled,
            Model model,
            HttpServletResponse response) {
        access.requireAdministrator();
        return change(user, new Change(null, set(roles), disabled, null), "changed", model, response);
    }

    @PostMapping("/{user}/password")
    ModelAndView password(
            @PathVariable String user,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean once,
            Model model,
            HttpServletResponse response) {
        access.requireAdministrator();
        return change(user, new Change(password, null, null, once), "password", model, response);
    }

    private ModelAndView change(String user, Change change, String done, Model model, HttpServletResponse response) {
        try {
            users.change(user, change, access.user());
            return Redirect.to(PATH + "/" + user + "?" + done);
        } catch (Problem problem) {
            one(user, model);
            if (change.roles() != null) {
                model.addAttribute("chosen", change.roles());
            }
            return Form.again(USER_VIEW, problem, model, response);
        }
    }

    private static void addCommon(Model model) {
        model.addAttribute("allRoles", List.of(InstallationRole.values()));
        model.addAttribute("shortest", Passwords.SHORTEST);
    }

    private static Set<InstallationRole> set(List<InstallationRole> roles) {
        var set = EnumSet.noneOf(InstallationRole.class);
        set.addAll(roles);
        return set;
    }
}
