package org.steelyard.access.signin;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** To a page of this host, whose address is taken as it is. */
public final class Redirect {

    private Redirect() {}

    public static ModelAndView to(String path) {
        var view = new RedirectView(path, true);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
