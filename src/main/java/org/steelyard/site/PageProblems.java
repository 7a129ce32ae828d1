package org.steelyard.site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.http.Problem;

/** A problem below a page is a page: the layout, what is wrong, and what to do. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

    @ExceptionHandler
    ModelAndView page(Problem problem) {
        var page = new ModelAndView("site/problem");
        HttpStatus status = problem.status();
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("detail", problem.getMessage());
        return page;
    }
}
