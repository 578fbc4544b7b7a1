package io.sluice.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.sluice.sinks.micrometer.GenAiMeters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Figures of all streams of the transport, such as the time to the first token, where there is a
 * registry of meters and {@code sluice-sink-micrometer}. Observations time the streams already if
 * there are any.
 */
@AutoConfiguration(
    before = SluiceAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({GenAiMeters.class, MeterRegistry.class, ObservationRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
final class StreamMetersAutoConfiguration {

  @Bean
  NettyTransportCustomizer sluiceMeters(
      MeterRegistry registry, ObjectProvider<ObservationRegistry> observations) {
    boolean observed = observations.stream().anyMatch(each -> !each.isNoop());
    GenAiMeters meters =
        observed ? GenAiMeters.besideObservations(registry) : GenAiMeters.of(registry);
    return transport -> transport.observer(meters.observer());
  }
}
