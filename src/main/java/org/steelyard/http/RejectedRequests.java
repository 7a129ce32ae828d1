package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Requests that the firewall stops before any filter of ours: unknown methods, encoded slashes, NUL in a path. */
@Component
class RejectedRequests implements RequestRejectedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (ApiPaths.contain(request)) {
            Problem.badRequest("This method or path can be none of ours: compare it with /v3/api-docs.")
                    .writeTo(response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }
}
