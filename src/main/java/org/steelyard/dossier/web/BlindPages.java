package org.steelyard.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a reader who works blind is shown in place of a page about readings; 403 in place of a file of them. */
@ControllerAdvice(
        assignableTypes = {
            ComparePages.class,
            CompareDownloads.class,
            Downloads.class,
            FirmPages.class,
            FirmDownloads.class,
            HistoryDownloads.class,
            ReplayPages.class
        })
class BlindPages {
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|svg)");

    private final Framing framing;

    BlindPages(Framing framing) {
        this.framing = framing;
    }

    @ExceptionHandler
    ModelAndView page(ReadingsHidden hidden, HttpServletRequest request) {
        var model = new ExtendedModelMap();
        framing.frame(model, hidden.shown(), "");
        boolean file = FILE.matcher(request.getRequestURI()).matches();
        return new ModelAndView("dossier/blind", model, file ? HttpStatus.FORBIDDEN : HttpStatus.OK);
    }
}
