package org.steelyard.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by the letter of RFC 8259: UTF-8, one value, no name twice, no NaN, of bounded depth. */
public final class StrictJson {

    static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * The one value that these bytes are.
     *
     * @throws Problem 400, with the place where reading stopped
     */
    public static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw Problem.badRequest("The body is empty: send a JSON object.");
        }
        var text = decode(body);
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw problem(malformed);
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw Problem.badRequest("The body is not UTF-8: encode it so.");
        }
    }

    private static Problem problem(JacksonException malformed) {
        var at = malformed.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        var what = String.valueOf(malformed.getOriginalMessage());
        if (malformed instanceof StreamConstraintsException) {
            var limit = what.contains("nesting depth")
                    ? "nested deeper than " + DEEPEST + " levels"
                    : "using a number or a name that is far too long";
            return Problem.badField(
                    pointer(malformed), "the JSON is " + limit + where + "; send it flatter and shorter");
        }
        if (what.startsWith("Duplicate")) {
            return Problem.badField(pointer(malformed), "is there twice" + where + "; send it once");
        }
        if (malformed instanceof UnexpectedEndOfInputException) {
            return Problem.badField(pointer(malformed), "the JSON ends too early" + where + "; send it whole");
        }
        return Problem.badField(pointer(malformed), "this is not JSON" + where + "; mend it by RFC 8259");
    }

    private static String pointer(JacksonException malformed) {
        @Nullable Object parser = malformed.processor();
        if (!(parser instanceof JsonParser reading)) {
            return "";
        }
        var pointer = Texts.shown(reading.streamReadContext().pathAsPointer().toString());
        return pointer.length() > 200 ? pointer.substring(0, 200) : pointer;
    }
}
