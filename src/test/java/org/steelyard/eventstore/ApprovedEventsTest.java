package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Stamp;

class ApprovedEventsTest {
    /** Names that no class has any more and that upcasters still read. */
    private static final Set<String> OLDER_VERSIONS = Set.of();

    @TempDir
    static Path folder;

    private static Node node;
    private static StoredRows rows;

    @BeforeAll
    static void start() {
        node = Node.on(folder);
        rows = new StoredRows(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void every_event_has_its_approved_json() {
        var written = new TreeMap<String, String>();
        ApprovedEvents.ofToday().forEach((file, event) -> written.put(file, rows.written(event)));

        var approved = ApprovedEvents.files();
        approved.keySet().retainAll(written.keySet());
        assertThat(approved).isEqualTo(written);
    }

    @Test
    void what_stands_beside_an_event_is_who_when_and_why_and_nothing_else() {
        assertThat(rows.writtenBeside(StoredRows.STAMP)).isEqualTo(StoredRows.STAMP_JSON);

        var stamp = StoredRows.STAMP;
        var bare = new Stamp(stamp.actor(), stamp.author(), stamp.recordedAt(), stamp.effectiveAt(), null);
        assertThat(rows.writtenBeside(bare)).isEqualTo(StoredRows.STAMP_JSON.replace("\"reason\":\"because\",", ""));
    }

    @Test
    void every_approved_json_is_read_back_as_the_event_it_was() {
        var today = ApprovedEvents.ofToday();
        ApprovedEvents.files().forEach((file, json) -> {
            rows.insert(file, ApprovedEvents.wireName(file), json);
            AssessmentEvent read =
                    node.get(AssessmentLog.class).read(file, 0).getFirst().event();

            assertThat(read).as(file).isEqualTo(today.getOrDefault(file, read));
        });
    }

    @Test
    void what_was_approved_once_is_kept_and_nothing_else_is() {
        var written = new TreeSet<String>();
        ApprovedEvents.files().keySet().forEach(file -> written.add(ApprovedEvents.wireName(file)));

        assertThat(written).containsAll(EventNames.all().values()).containsAll(OLDER_VERSIONS);
        written.removeAll(EventNames.all().values());
        assertThat(written).isEqualTo(OLDER_VERSIONS);
    }

    @Test
    void the_full_samples_leave_nothing_out_and_the_bare_ones_everything() {
        assertThat(types(SampleEvents.full())).isEqualTo(types(EventNames.all().keySet(), List.of()));
        for (AssessmentEvent event : SampleEvents.full()) {
            assertThat(components(event))
                    .as(event.toString())
                    .allSatisfy((component, value) ->
                            assertThat(value).isNotNull().isNotIn(List.of(), Set.of(), Map.of(), false));
        }
        for (AssessmentEvent event : SampleEvents.bare()) {
            assertThat(components(event)).as(event.toString()).allSatisfy((component, value) -> {
                if (isOptional(component)) {
                    assertThat(value).isNull();
                }
            });
        }
        var optional = Stream.of(SampleEvents.full())
                .flatMap(List::stream)
                .filter(event -> components(event).keySet().stream().anyMatch(ApprovedEventsTest::isOptional))
                .toList();
        assertThat(types(SampleEvents.bare())).containsAll(types(optional));
    }

    @Test
    void the_database_holds_no_class_name() {
        ApprovedEvents.ofToday().values().forEach(rows::written);

        var jdbc = node.get(JdbcTemplate.class);
        var columns =
                jdbc.queryForList("SELECT type, payload_type, payload_revision, payload, meta_data FROM domain_event");
        assertThat(columns).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("TYPE")).isEqualTo("assessment");
            assertThat(EventNames.classOf(String.valueOf(row.get("PAYLOAD_TYPE"))))
                    .isNotNull();
            assertThat(row.values().toString()).doesNotContain("steelyard", "java.", "@class");
        });
    }

    private static Set<Class<?>> types(List<AssessmentEvent> events) {
        return types(List.of(), events);
    }

    private static Set<Class<?>> types(Collection<? extends Class<?>> classes, List<? extends AssessmentEvent> events) {
        var types = new HashSet<Class<?>>(classes);
        events.forEach(event -> types.add(event.getClass()));
        return types;
    }

    private static Map<RecordComponent, @Nullable Object> components(AssessmentEvent event) {
        var components = new LinkedHashMap<RecordComponent, @Nullable Object>();
        Arrays.stream(event.getClass().getRecordComponents()).forEach(component -> {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                components.put(component, accessor.invoke(event));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        });
        return components;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
