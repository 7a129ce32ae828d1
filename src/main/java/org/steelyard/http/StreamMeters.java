package org.steelyard.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many streams are open. */
@Component
class StreamMeters implements MeterBinder {
    private final EventStreams streams;

    StreamMeters(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("steelyard.streams.open", streams, EventStreams::count)
                .description("Streams of Server-Sent Events that are open at this node")
                .register(registry);
    }
}
