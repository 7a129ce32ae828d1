package org.steelyard.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How webhooks fare. */
@Component
class WebhookMeters implements MeterBinder {
    private final WebhookTable table;

    WebhookMeters(WebhookTable table) {
        this.table = table;
    }

    private enum State {
        WELL,
        FAILING,
        PAUSED;

        static State of(Webhook webhook) {
            if (webhook.health().paused() != null) {
                return PAUSED;
            }
            return webhook.health().failures() > 0 ? FAILING : WELL;
        }

        String word() {
            return switch (this) {
                case WELL -> "well";
                case FAILING -> "failing";
                case PAUSED -> "paused";
            };
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (State state : State.values()) {
            Gauge.builder("steelyard.webhooks", table, webhooks -> count(webhooks, state))
                    .description("Webhooks that deliver well, fail since the last try, or are paused")
                    .tag("state", state.word())
                    .register(registry);
        }
    }

    private static long count(WebhookTable table, State state) {
        return table.of(null).stream()
                .filter(webhook -> State.of(webhook) == state)
                .count();
    }
}
