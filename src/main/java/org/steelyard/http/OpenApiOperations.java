package org.steelyard.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes each endpoint by what its method declares: parameters, body, answer, and the problems it may answer with. */
class OpenApiOperations implements GlobalOperationCustomizer {

    static final String PROBLEM = "Problem";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String EVENTS = org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

    private final OpenApiSchemas schemas;

    OpenApiOperations(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var parameters = new OpenApiParameters(schemas);
        @Nullable AnnotatedType body = null;
        for (var parameter : method.getMethodParameters()) {
            var type = annotated(parameter);
            parameters.add(parameter, type);
            if (parameter.getParameterType() == Sent.class) {
                body = Shape.argument(type, 0);
                if (isDelete(method)) {
                    parameters.addFields(body);
                }
            } else if (isBody(parameter)) {
                body = type;
            }
        }
        if (canBeRepeated(method)) {
            parameters.addHeaders();
        }
        operation.setParameters(parameters.all());
        operation.setRequestBody(body == null ? null : body(body, method));
        operation.setResponses(responses(method, body != null));
        operation.setOperationId(name(method));
        operation.setTags(List.of(method.getBeanType().getPackageName().split("\\.", 4)[2]));
        return operation;
    }

    /** A name that stays as it is when endpoints are added: what the class is about, and the method. */
    private static String name(HandlerMethod method) {
        var about = method.getBeanType().getSimpleName().replaceAll("(Api|Writes)$", "");
        return StringUtils.uncapitalize(about)
                + StringUtils.capitalize(method.getMethod().getName());
    }

    /** Whether the write heeds {@code If-Match} and {@code Idempotency-Key}. */
    private static boolean canBeRepeated(HandlerMethod method) {
        return method.getMethod().getReturnType() == Written.class
                || Stream.of(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == WriteRequest.class);
    }

    private static AnnotatedType annotated(MethodParameter parameter) {
        return parameter.getExecutable().getAnnotatedParameterTypes()[parameter.getParameterIndex()];
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class)
                && !parameter.hasParameterAnnotation(Parameter.class);
    }

    private static boolean isDelete(HandlerMethod method) {
        return List.of(mapping(method).method()).contains(RequestMethod.DELETE);
    }

    private static RequestMapping mapping(HandlerMethod method) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
    }

    private RequestBody body(AnnotatedType type, HandlerMethod method) {
        var content = new Content();
        var consumed = mapping(method).consumes();
        for (var media : consumed.length == 0 ? new String[] {JSON} : consumed) {
            content.addMediaType(media, new MediaType().schema(schemas.body(type)));
        }
        return new RequestBody().required(!isDelete(method)).content(content);
    }

    private ApiResponses responses(HandlerMethod method, boolean hasBody) {
        var responses = new ApiResponses();
        var status = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ResponseStatus.class);
        responses.addApiResponse(
                status == null ? "200" : String.valueOf(status.code().value()), answer(method, status));
        responses.addApiResponse("400", problem());
        responses.addApiResponse("401", problem());
        responses.addApiResponse("403", problem());
        responses.addApiResponse("404", problem());
        if (hasBody) {
            List.of("409", "412", "413", "415", "422").forEach(code -> responses.addApiResponse(code, problem()));
        }
        responses.addApiResponse("default", problem());
        return responses;
    }

    private ApiResponse answer(HandlerMethod method, @Nullable ResponseStatus status) {
        var created = status != null && status.code() == org.springframework.http.HttpStatus.CREATED;
        var response = new ApiResponse().description(created ? "Recorded" : "What is asked for");
        var type = shown(method.getMethod().getAnnotatedReturnType());
        var raw = Shape.rawType(type);
        if (List.of(mapping(method).produces()).contains(EVENTS)) {
            return response.content(
                    new Content().addMediaType(EVENTS, new MediaType().schema(OpenApiSchemas.of("string"))));
        }
        if (raw == void.class) {
            return response.description("Done");
        }
        response.addHeaderObject("ETag", header("The revision shown, in quotes, for If-Match"));
        if (created) {
            response.addHeaderObject("Location", header("Where a GET answers what was created"));
        }
        if (raw == byte[].class) {
            return response.content(new Content().addMediaType("*/*", new MediaType()));
        }
        var content = new Content().addMediaType(JSON, new MediaType().schema(schemas.answer(type)));
        if (CsvConverter.isTable(raw)) {
            content.addMediaType("text/csv", new MediaType().schema(OpenApiSchemas.of("string")));
        }
        return response.content(content);
    }

    private static Header header(String description) {
        return new Header().description(description).schema(OpenApiSchemas.of("string"));
    }

    /** What the JSON shows, whatever it is wrapped in. */
    private static AnnotatedType shown(AnnotatedType type) {
        var raw = Shape.rawType(type);
        return HttpEntity.class.isAssignableFrom(raw) ? Shape.argument(type, 0) : type;
    }

    private static ApiResponse problem() {
        return new ApiResponse().$ref("#/components/responses/" + PROBLEM);
    }
}
