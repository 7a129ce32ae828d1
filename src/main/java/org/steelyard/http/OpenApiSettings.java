package org.steelyard.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API as an OpenAPI 3.1 document: what the endpoints declare, and nothing that a library guesses. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        PointInTime.class, Paging.class, LastEvent.class, WriteRequest.class, Sent.class);
    }

    @Bean
    OpenApiSchemas openApiSchemas() {
        return new OpenApiSchemas();
    }

    @Bean
    OpenApiOperations openApiOperations(OpenApiSchemas schemas) {
        return new OpenApiOperations(schemas);
    }

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API token, made by POST /api/v1/tokens");
        return new OpenAPI()
                .info(new Info()
                        .title("Steelyard")
                        .version("1")
                        .description("Assessments and the balance of evidence in them, at any point on two clocks."))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Runs when every operation has been described: sorts the paths, and puts in the components that they refer to. */
    @Bean
    GlobalOpenApiCustomizer openApiComponents(OpenApiSchemas schemas) {
        return openApi -> {
            var paths = new Paths();
            new TreeMap<>(openApi.getPaths()).forEach(paths::addPathItem);
            openApi.setPaths(paths);
            var problem = schemas.answer(OfProblem.class.getRecordComponents()[0].getAnnotatedType());
            var components = openApi.getComponents();
            components.setSchemas(null);
            schemas.components().forEach(components::addSchemas);
            components.addResponses(
                    OpenApiOperations.PROBLEM,
                    new ApiResponse()
                            .description("What is wrong and what to do, as RFC 9457 has it")
                            .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem))));
        };
    }

    /** The members of a problem, in their order. */
    record ProblemDetail(String type, String title, int status, String detail, List<Problem.FieldError> errors) {}

    private record OfProblem(ProblemDetail detail) {}
}
