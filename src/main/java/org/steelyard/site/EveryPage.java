package org.steelyard.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout needs on every page. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    private final boolean simulated;

    EveryPage(@Value("${steelyard.simulated-times:false}") boolean simulated) {
        this.simulated = simulated;
    }

    /** Whether recorded times of this installation are made up, as in the demo. Every page says so. */
    @ModelAttribute("simulated")
    boolean simulated() {
        return simulated;
    }
}
