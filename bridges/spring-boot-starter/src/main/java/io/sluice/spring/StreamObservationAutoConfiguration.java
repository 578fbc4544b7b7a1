package io.sluice.spring;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** An observation for each stream, where there is a registry of observations. */
@AutoConfiguration(
    before = SluiceAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
final class StreamObservationAutoConfiguration {

  @Bean
  TransportDecorator sluiceObservations(ObservationRegistry registry) {
    return transport -> new ObservingTransport(transport, registry);
  }
}
