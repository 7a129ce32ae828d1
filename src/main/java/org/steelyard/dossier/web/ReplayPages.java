package org.steelyard.dossier.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.figure.TurnStrip;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Texts;

/** How an assessment came to be what it is, event by event, on either clock. Every step has an address. */
@Controller
@RequestMapping("/a/{key}")
class ReplayPages {
    private final Opening opening;
    private final Framing framing;
    private final Replays replays;
    private final Timelines timelines;
    private final HistoryWords words;
    private final Files files;
    private final Texts texts;

    ReplayPages(
            Opening opening,
            Framing framing,
            Replays replays,
            Timelines timelines,
            HistoryWords words,
            Files files,
            Texts texts) {
        this.opening = opening;
        this.framing = framing;
        this.replays = replays;
        this.timelines = timelines;
        this.words = words;
        this.files = files;
        this.texts = texts;
    }

    /** A course and the step of it that is asked for; from 1, or 0 where it has none. */
    private record Asked(Stretch stretch, ReplayAddress address, int step, boolean exact) {
        Recorded event() {
            return stretch.course().events().get(step - 1);
        }
    }

    @GetMapping("/replay")
    String replay(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String step,
            PointInTime point,
            Model model) {
        Asked asked = asked(key, axis, at, step, point);
        if (asked.step == 0) {
            Shown shown = opening.open(key, point);
            framing.frame(model, shown, "/replay");
            model.addAttribute("replay", asked.address);
            return "dossier/replay-nothing";
        }
        if (!asked.exact) {
            return "redirect:" + asked.address.of(asked.event());
        }
        fill(model, asked);
        model.addAttribute("strip", strip(asked));
        return "dossier/replay";
    }

    /** What of the page is another at this step. */
    @GetMapping("/replay/step")
    String part(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String step,
            PointInTime point,
            Model model) {
        Asked asked = asked(key, axis, at, step, point);
        if (asked.step == 0) {
            throw Problem.notFound(texts.text("replay.nothing"));
        }
        fill(model, asked);
        return "dossier/replay :: parts";
    }

    @GetMapping("/replay.svg")
    ResponseEntity<String> svg(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String at,
            PointInTime point) {
        Asked asked = asked(key, axis, at, null, point);
        if (asked.step == 0) {
            throw Problem.notFound(texts.text("replay.nothing"));
        }
        Shown shown = replays.shown(asked.stretch, asked.address, asked.step);
        var picture = replays.picture(asked.stretch, asked.address, asked.step, shown);
        return files.svg(key + "-replay", picture.wide(), picture.title(), picture.description());
    }

    private void fill(Model model, Asked asked) {
        Shown shown = replays.shown(asked.stretch, asked.address, asked.step);
        framing.frame(model, shown, "/replay");
        model.addAttribute("replay", replays.view(asked.stretch, asked.address, asked.step, shown));
    }

    private TurnStrip strip(Asked asked) {
        var events = asked.stretch.course().events();
        return TurnStrip.of(
                events.size(),
                timelines.timeline(asked.stretch).turns(),
                (turnStep, turns) -> new TurnStrip.Turned(
                        asked.address.of(events.get(turnStep - 1)),
                        texts.text("replay.turn", Integer.toString(turnStep), words.turns(turns))));
    }

    private Asked asked(
            String key, @Nullable String axis, @Nullable String at, @Nullable String step, PointInTime point) {
        Axis clock = HistoryChart.Choice.axis(axis);
        Stretch stretch = opening.whole(key, clock, point);
        var address = ReplayAddress.of(key, clock, point);
        List<Recorded> events = stretch.course().events();
        if (events.isEmpty()) {
            return new Asked(stretch, address, 0, true);
        }
        if (step != null && step.matches("\\d{1,7}")) {
            return new Asked(stretch, address, Math.clamp(Integer.parseInt(step), 1, events.size()), false);
        }
        if (at != null && at.matches("r[1-9]\\d{0,9}")) {
            return at(stretch, address, Long.parseLong(at.substring(1)));
        }
        return new Asked(stretch, address, lastAt(events, clock, point, stretch), true);
    }

    /** The step of this event; where it does not count, the last one before it. */
    private Asked at(Stretch stretch, ReplayAddress address, long revision) {
        var events = stretch.course().events();
        Recorded wanted = stretch.to().state().recorded(revision);
        if (wanted == null) {
            throw Problem.notFound(texts.text(
                    "replay.unknown",
                    Long.toString(revision),
                    Long.toString(stretch.to().state().revision())));
        }
        int before = 0;
        for (int i = 0; i < events.size(); i++) {
            Recorded event = events.get(i);
            if (event.revision() == revision) {
                return new Asked(stretch, address, i + 1, true);
            }
            boolean earlier = address.axis() == Axis.RECORDED
                    ? event.revision() < revision
                    : !event.stamp().effectiveAt().isAfter(wanted.stamp().effectiveAt());
            before = earlier ? i + 1 : before;
        }
        return new Asked(stretch, address, Math.max(1, before), false);
    }

    /** The last step that counts at the point from which one comes: the clock that goes on is not held there. */
    private static int lastAt(List<Recorded> events, Axis clock, PointInTime point, Stretch stretch) {
        Instant effective = clock == Axis.EFFECTIVE ? point.effectiveAt() : null;
        long revision = clock == Axis.EFFECTIVE ? Long.MAX_VALUE : revision(point, stretch);
        int last = 0;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            boolean counts = event.revision() <= revision
                    && (effective == null || !event.stamp().effectiveAt().isAfter(effective));
            last = counts ? i + 1 : last;
        }
        return Math.max(1, last);
    }

    private static long revision(PointInTime point, Stretch stretch) {
        return switch (point.asOf()) {
            case null -> Long.MAX_VALUE;
            case AtRevision it -> it.revision();
            case AtInstant it -> stretch.to().state().revisionAt(it.instant());
        };
    }
}
