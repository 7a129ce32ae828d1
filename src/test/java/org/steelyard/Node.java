package org.steelyard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application without its web server, for tests that ask what is stored. */
public final class Node implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Node(List<String> settings, Class<?>... more) {
        List<Class<?>> sources = new ArrayList<>(List.of(more));
        sources.add(Steelyard.class);
        context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    /** On the H2 file in this folder. */
    public static Node on(Path folder, Class<?>... more) {
        return new Node(List.of("--steelyard.data-dir=" + folder), more);
    }

    /** On this PostgreSQL database; several nodes may share it. */
    public static Node on(PostgreSql.Database database, Class<?>... more) {
        return new Node(database.settings(), more);
    }

    /** With the settings given, and no others. */
    public static Node with(List<String> settings, Class<?>... more) {
        return new Node(settings, more);
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public <T> List<T> all(Class<T> bean) {
        return List.copyOf(context.getBeansOfType(bean).values());
    }

    @Override
    public void close() {
        context.close();
    }
}
