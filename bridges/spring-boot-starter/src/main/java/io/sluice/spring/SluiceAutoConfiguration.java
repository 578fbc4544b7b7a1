package io.sluice.spring;

import io.sluice.chat.ChatRequest;
import io.sluice.context.ContextPropagation;
import io.sluice.pipeline.Pipeline;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * The beans of Sluice: the options, the transport, and builders of pipelines and requests. The
 * context closes the transport. Each bean gives way to one of the application.
 */
@AutoConfiguration
@EnableConfigurationProperties(SluiceProperties.class)
final class SluiceAutoConfiguration {

  @Bean
  ConfiguredEndpoint sluiceEndpoint(
      SluiceProperties properties, ObjectProvider<Dialect> dialects, Environment environment) {
    List<Dialect> known = new ArrayList<>(dialects.orderedStream().toList());
    known.add(new OpenAiDialect());
    return ConfiguredEndpoint.of(
        properties, known, name -> Optional.ofNullable(environment.getProperty(name)));
  }

  @Bean
  RecentStreams sluiceRecentStreams() {
    return new RecentStreams();
  }

  /** The options of requests that say nothing else: the timeouts and retries of the properties. */
  @Bean
  @ConditionalOnMissingBean
  StreamOptions sluiceStreamOptions(ConfiguredEndpoint endpoint) {
    return endpoint.options();
  }

  /** The transport to the endpoint of the properties. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(ChatTransport.class)
  ChatTransport sluiceTransport(
      ConfiguredEndpoint endpoint,
      StreamOptions options,
      RecentStreams recent,
      ObjectProvider<NettyTransportCustomizer> customizers,
      ObjectProvider<TransportDecorator> decorators) {
    NettyTransport.Builder builder = endpoint.transport();
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    ChatTransport transport = builder.build();
    for (TransportDecorator decorator : decorators.orderedStream().toList()) {
      transport = decorator.decorate(transport);
    }
    return new ConfiguredTransport(transport, options, recent);
  }

  /** A new builder for each injection; add sinks and build. */
  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  @ConditionalOnMissingBean
  Pipeline.Builder sluicePipeline(
      ChatTransport transport, StreamOptions options, ObjectProvider<ContextPropagation> contexts) {
    Pipeline.Builder pipeline = Pipeline.from(transport).options(options);
    contexts.ifAvailable(pipeline::context);
    return pipeline;
  }

  /** A new request for each injection, to the configured model. */
  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  @ConditionalOnMissingBean
  ChatRequest.Builder sluiceRequest(ConfiguredEndpoint endpoint) {
    return ChatRequest.builder(
        endpoint
            .model()
            .orElseThrow(
                () -> new IllegalStateException("no model is configured; set sluice.model")));
  }
}
