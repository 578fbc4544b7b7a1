package io.sluice.spring;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that OpenTelemetry gives to providers, by the hosts of their servers. */
final class ProviderName {

  private static final Map<String, String> BY_DOMAIN =
      Map.ofEntries(
          Map.entry("openai.com", "openai"),
          Map.entry("openai.azure.com", "azure.ai.openai"),
          Map.entry("anthropic.com", "anthropic"),
          Map.entry("groq.com", "groq"),
          Map.entry("mistral.ai", "mistral_ai"),
          Map.entry("deepseek.com", "deepseek"),
          Map.entry("x.ai", "x_ai"),
          Map.entry("perplexity.ai", "perplexity"),
          Map.entry("moonshot.ai", "moonshot_ai"),
          Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
          Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
          Map.entry("amazonaws.com", "aws.bedrock"));

  private ProviderName() {}

  /** The provider whose domain the host is in; else the dialect. */
  static String of(String endpoint, String dialect) {
    String host = host(endpoint);
    return BY_DOMAIN.entrySet().stream()
        .filter(known -> host.equals(known.getKey()) || host.endsWith("." + known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(dialect);
  }

  private static String host(String endpoint) {
    try {
      return Optional.ofNullable(URI.create(endpoint).getHost())
          .orElse("")
          .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noUrl) {
      return "";
    }
  }
}
