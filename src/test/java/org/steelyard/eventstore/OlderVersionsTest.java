package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Writing;

/** A log in which comments were first stored as remarks with words, then with a body, and at last as comments with a text. */
class OlderVersionsTest {
    private static final String REMARK_1 = "assessment.remark-made.v1";
    private static final String REMARK_2 = "assessment.remark-made.v2";
    private static final String COMMENT = "assessment.comment-made.v1";

    @TempDir
    static Path folder;

    private static Node node;
    private static Assessments assessments;
    private static AssessmentLog log;
    private static StoredRows rows;

    @BeforeAll
    static void start() {
        node = Node.on(folder, Remarks.class);
        assessments = node.get(Assessments.class);
        log = node.get(AssessmentLog.class);
        rows = new StoredRows(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void an_older_version_is_read_as_the_newest_and_stays_as_it_is_stored() throws Exception {
        Writing.open(assessments, "old");
        rows.insert("old", REMARK_1, "{\"words\":\"first\"}");
        rows.insert("old", REMARK_2, "{\"body\":\"second\"}");
        restart();

        assertThat(Writing.say(assessments, "old", "third")).isEqualTo(4);

        assertThat(log.read("old", 1))
                .extracting(Recorded::event)
                .containsExactly(comment("first"), comment("second"), comment("third"));
        assertThat(node.get(JdbcTemplate.class)
                        .queryForList(
                                "SELECT payload FROM domain_event WHERE aggregate_identifier = 'old' ORDER BY sequence_number"
                                        + " OFFSET 1 ROW",
                                String.class))
                .containsExactly("{\"words\":\"first\"}", "{\"body\":\"second\"}", "{\"text\":\"third\"}");
        assertThat(log.digest("old", 4)).contains(digestOfRows("old"));
    }

    @Test
    void a_name_that_nobody_knows_stops_the_log_and_the_next_write() {
        Writing.open(assessments, "unknown");
        rows.insert("unknown", "assessment.evidence-burnt.v1", "{}");
        restart();

        assertThatThrownBy(() -> log.read("unknown", 0)).hasMessageContaining("assessment.evidence-burnt.v1");
        assertThatThrownBy(() -> Writing.say(assessments, "unknown", "on top"))
                .hasMessageContaining("assessment.evidence-burnt.v1");
        assertThat(log.revision("unknown")).isEqualTo(2);
    }

    @Test
    void the_name_of_a_class_is_no_wire_name() {
        Writing.open(assessments, "class");
        rows.insert("class", CommentMade.class.getName(), "{\"text\":\"smuggled\"}");

        assertThatThrownBy(() -> log.read("class", 0)).hasMessageContaining("does not know");
    }

    @Test
    void a_field_that_nobody_knows_stops_the_log_and_the_next_write() {
        Writing.open(assessments, "field");
        rows.insert("field", COMMENT, "{\"text\":\"plain\",\"colour\":\"red\"}");
        restart();

        assertThatThrownBy(() -> log.read("field", 0)).hasStackTraceContaining("colour");
        assertThatThrownBy(() -> Writing.say(assessments, "field", "on top")).hasStackTraceContaining("colour");
        assertThat(log.revision("field")).isEqualTo(2);
    }

    private static void restart() {
        node.close();
        start();
    }

    private static CommentMade comment(String text) {
        return new CommentMade(text, null, null);
    }

    /** As AssessmentLog says it, done by hand. */
    private static String digestOfRows(String stream) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var columns = List.of("meta_data", "payload_type", "payload");
        node.get(JdbcTemplate.class)
                .query(
                        "SELECT * FROM domain_event WHERE aggregate_identifier = ? ORDER BY sequence_number",
                        row -> {
                            for (String column : columns) {
                                byte[] bytes = row.getString(column).getBytes(StandardCharsets.UTF_8);
                                digest.update(ByteBuffer.allocate(8)
                                        .putLong(bytes.length)
                                        .array());
                                digest.update(bytes);
                            }
                        },
                        stream);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Configuration(proxyBeanMethods = false)
    static class Remarks {
        @Bean
        @Order(2)
        EventUpcaster commentsFromRemarks() {
            return new JsonUpcaster(REMARK_2, COMMENT, json -> json.objectNode().set("text", json.get("body")));
        }

        @Bean
        @Order(1)
        EventUpcaster remarksFromRemarks() {
            return new JsonUpcaster(
                    REMARK_1, REMARK_2, json -> json.objectNode().set("body", json.get("words")));
        }
    }
}
