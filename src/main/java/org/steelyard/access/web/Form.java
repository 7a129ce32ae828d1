package org.steelyard.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.http.Problem;

/** A form that comes back with what is wrong beside each field. */
final class Form {
    /** What is wrong, by field; under {@code form} what is about none of them. */
    private static final String WRONG = "wrong";

    private static final String WHOLE = "form";

    private Form() {}

    /** The page again, with the problem's status and its sentences where they belong. */
    static ModelAndView again(String view, Problem problem, Model model, HttpServletResponse response) {
        problem.headers().forEach(response::setHeader);
        var wrong = new LinkedHashMap<String, String>();
        for (var error : problem.errors()) {
            wrong.putIfAbsent(error.pointer().substring(1), sentence(error.message()));
        }
        if (wrong.isEmpty()) {
            wrong.put(WHOLE, problem.getMessage());
        }
        return again(view, wrong, model, response, problem.status().value());
    }

    /** The page again, with one sentence at one field. */
    static ModelAndView again(String view, String field, String what, Model model, HttpServletResponse response) {
        return again(view, Map.of(field, what), model, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    private static ModelAndView again(
            String view, Map<String, String> wrong, Model model, HttpServletResponse response, int status) {
        response.setStatus(status);
        model.addAttribute(WRONG, wrong);
        return new ModelAndView(view, model.asMap());
    }

    private static String sentence(String message) {
        return "This " + message + ".";
    }
}
