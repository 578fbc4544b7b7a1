package io.sluice.spring;

import io.sluice.dialects.anthropic.AnthropicDialect;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Anthropic's dialect, where its jar is. */
@AutoConfiguration(before = SluiceAutoConfiguration.class)
@ConditionalOnClass(AnthropicDialect.class)
final class AnthropicAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AnthropicDialect sluiceAnthropicDialect() {
    return new AnthropicDialect();
  }
}
