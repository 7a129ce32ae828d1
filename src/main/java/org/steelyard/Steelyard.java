package org.steelyard;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application. Each module below this package brings its own beans, whatever another calls one of its own. Axon's update
 * checker, which calls home, and Spring Boot's default user stay out.
 */
@SpringBootApplication(
        excludeName = {
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Steelyard {

    /** Starts the server, or runs the command that is named. */
    public static void main(String[] args) {
        if (CommandLineTool.isMeantBy(List.of(args))) {
            System.exit(CommandLineTool.run(List.of(args), Steelyard::withoutServer));
        }
        new SpringApplicationBuilder(Steelyard.class).run(args);
    }

    /** Its log stays silent: a command says itself what it did, or why it could not. */
    private static ConfigurableApplicationContext withoutServer() {
        return new SpringApplicationBuilder(Steelyard.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=off")
                .run();
    }
}
