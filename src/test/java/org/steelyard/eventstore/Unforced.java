package org.steelyard.eventstore;

import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Takes the forcing of the disk away, to see what it is good for. */
public class Unforced implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DurableTransactionManager durable
                ? new DurableTransactionManager(Objects.requireNonNull(durable.getDataSource()), false)
                : bean;
    }
}
