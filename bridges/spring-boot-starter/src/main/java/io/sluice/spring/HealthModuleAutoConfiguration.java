package io.sluice.spring;

import io.sluice.stream.ChatTransport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the endpoint in Spring Boot 4. It never sends a request. */
@AutoConfiguration(after = SluiceAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({ChatTransport.class, RecentStreams.class})
@ConditionalOnEnabledHealthIndicator("sluice")
final class HealthModuleAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "sluiceHealthIndicator")
  HealthIndicator sluiceHealthIndicator(ChatTransport transport, RecentStreams recent) {
    return () -> {
      RecentStreams.Summary streams = recent.summary();
      Health.Builder health = new Health.Builder();
      if (streams.isEmpty()) {
        health.unknown();
      } else if (streams.isBad()) {
        health.down();
      } else {
        health.up();
      }
      return health
          .withDetail("endpoint", transport.endpoint())
          .withDetail("lastStream", streams.last())
          .withDetail("badInARow", streams.badInARow())
          .build();
    };
  }
}
