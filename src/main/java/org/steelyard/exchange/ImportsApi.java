package org.steelyard.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Importer.InNameOf;
import org.steelyard.exchange.casefile.Syntax;
import org.steelyard.http.Answer;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.IdempotentWrites;
import org.steelyard.http.Problem;
import org.steelyard.http.WriteRequest;
import tools.jackson.databind.json.JsonMapper;

/** Case files in, over HTTP. */
@RestController
class ImportsApi {

    private static final String ASSESSMENTS = ApiPaths.ROOT + "/assessments";

    private final Access access;
    private final Imports imports;
    private final IdempotentWrites repeatable;
    private final JsonMapper json;

    ImportsApi(Access access, Imports imports, IdempotentWrites repeatable, JsonMapper json) {
        this.access = access;
        this.imports = imports;
        this.repeatable = repeatable;
        this.json = json;
    }

    @PostMapping(
            path = ApiPaths.ROOT + "/imports",
            consumes = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "text/x-yaml",
                MediaType.APPLICATION_JSON_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Import a case file: all of its assessments, or none; dryRun=true only says what it would do")
    ResponseEntity<byte[]> post(
            @RequestBody(required = false) byte @Nullable [] file,
            WriteRequest write,
            @Parameter(description = "true: only say what it would do") @RequestParam(defaultValue = "false")
                    String dryRun,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding) {
        access.requireToOpen();
        var bytes = file == null ? new byte[0] : file;
        var syntax = syntax(type, encoding);
        var importer = new Importer(access.user(), access.isAdministrator() ? InNameOf.ANYBODY : InNameOf.THEMSELVES);
        if (isTrue(dryRun)) {
            var plan = imports.dryRun(bytes, syntax, importer);
            return Answer.ok(null, json.writeValueAsString(plan)).asResponse();
        }
        return repeatable.once(
                write, keep -> answer(imports.run(bytes, syntax, importer, imported -> keep.accept(answer(imported)))));
    }

    /** Where there are several assessments, all of them are found in the list. */
    private Answer answer(Imported imported) {
        var all = imported.assessments();
        var body = json.writeValueAsString(imported);
        return all.size() == 1
                ? Answer.created(
                        ASSESSMENTS + "/" + all.getFirst().key(), all.getFirst().revision(), body)
                : Answer.created(ASSESSMENTS, null, body);
    }

    private static boolean isTrue(String dryRun) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Problem.badRequest("The query parameter dryRun is true or false: correct it.");
        }
        return dryRun.equals("true");
    }

    private static Syntax syntax(MediaType type, @Nullable String encoding) {
        var charset = type.getCharset();
        if ((charset != null && !charset.equals(StandardCharsets.UTF_8))
                || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "The body is of another type",
                    "Send the case file in UTF-8, and not compressed.");
        }
        return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) ? Syntax.JSON : Syntax.YAML;
    }
}
