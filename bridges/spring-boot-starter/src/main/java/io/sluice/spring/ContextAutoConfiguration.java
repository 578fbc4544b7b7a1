package io.sluice.spring;

import io.micrometer.context.ContextSnapshotFactory;
import io.sluice.context.ContextPropagation;
import io.sluice.context.MicrometerContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Carries traces and whatever else Micrometer's context propagation knows from the thread that
 * starts a run to the threads that call its sinks.
 */
@AutoConfiguration(before = SluiceAutoConfiguration.class)
@ConditionalOnClass(ContextSnapshotFactory.class)
final class ContextAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ContextPropagation sluiceContextPropagation() {
    return MicrometerContext.global();
  }
}
