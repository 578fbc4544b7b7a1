package io.sluice.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names who serves a model, as {@code gen_ai.provider.name} of OpenTelemetry's conventions has it.
 * Stateless.
 */
public final class ProviderName {

  private static final Map<Pattern, String> BY_HOST = new LinkedHashMap<>();

  static {
    domain("openai.com", "openai");
    domain("openai.azure.com", "azure.ai.openai");
    domain("services.ai.azure.com", "azure.ai.inference");
    domain("anthropic.com", "anthropic");
    domain("groq.com", "groq");
    domain("mistral.ai", "mistral_ai");
    domain("deepseek.com", "deepseek");
    domain("x.ai", "x_ai");
    domain("perplexity.ai", "perplexity");
    domain("moonshot.ai", "moonshot_ai");
    domain("moonshot.cn", "moonshot_ai");
    domain("cohere.com", "cohere");
    domain("cohere.ai", "cohere");
    domain("generativelanguage.googleapis.com", "gcp.gemini");
    hosts("(.+[.-])?aiplatform\\.googleapis\\.com", "gcp.vertex_ai");
    hosts("bedrock(-runtime|-mantle)?\\..+\\.amazonaws\\.com(\\.cn)?", "aws.bedrock");
  }

  private ProviderName() {}

  /**
   * The provider's name: by the host of the endpoint if it is a known one, else the dialect's name.
   *
   * @param endpoint a URL, or the name of a file
   * @param dialect the name of the dialect that the endpoint speaks
   */
  public static String of(String endpoint, String dialect) {
    return ServerAddress.of(endpoint).flatMap(server -> ofHost(server.host())).orElse(dialect);
  }

  private static Optional<String> ofHost(String host) {
    return BY_HOST.entrySet().stream()
        .filter(known -> known.getKey().matcher(host).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void domain(String name, String provider) {
    hosts("(.+\\.)?" + Pattern.quote(name), provider);
  }

  private static void hosts(String pattern, String provider) {
    BY_HOST.put(Pattern.compile(pattern), provider);
  }
}
