package org.steelyard.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any filter, such as an encoded slash or NUL in a path, is a problem to programs too. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Reports()));
    }

    private static final class Reports extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var uri = String.valueOf(request.getRequestURI());
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !uri.startsWith("/api/")) {
                return;
            }
            var problem = FrameworkProblems.other(HttpStatus.resolve(response.getStatus()));
            if (response.setErrorReported()) {
                write(problem == null ? FrameworkProblems.unforeseen() : problem, response);
            }
        }

        private void write(Problem problem, Response response) {
            try {
                problem.writeTo(response);
            } catch (IOException gone) {
                container.getLogger().debug("The caller left before the answer", gone);
            }
        }
    }
}
