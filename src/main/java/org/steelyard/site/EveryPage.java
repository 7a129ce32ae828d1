package org.steelyard.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UrlPathHelper;

/** What the layout needs on every page. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    private final ObjectProvider<SimulatedTimes> simulated;

    EveryPage(ObjectProvider<SimulatedTimes> simulated) {
        this.simulated = simulated;
    }

    @ModelAttribute("way")
    Way way(HttpServletRequest request) {
        return new Way(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
    }

    @ModelAttribute("simulated")
    boolean simulated() {
        return simulated.stream().anyMatch(SimulatedTimes::areThere);
    }
}
