package io.sluice.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What both kinds of models know: whom they ask, and how. */
record ModelTerms(
    ChatTransport transport,
    StreamOptions options,
    ChatRequestParameters parameters,
    List<ChatModelListener> listeners,
    RequestTranslation translation) {

  io.sluice.chat.ChatRequest translate(ChatRequest request) {
    return translation.request(request);
  }

  ChatStream stream(ChatRequest request) {
    return transport.stream(translate(request), options);
  }

  Set<Capability> capabilities() {
    return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  /** OpenAI's dialect is spoken by many; its host by OpenAI alone. */
  ModelProvider provider() {
    return switch (transport.dialect()) {
      case "anthropic" -> ModelProvider.ANTHROPIC;
      case "openai" -> isOpenAi() ? ModelProvider.OPEN_AI : ModelProvider.OTHER;
      default -> ModelProvider.OTHER;
    };
  }

  private boolean isOpenAi() {
    try {
      return "api.openai.com".equalsIgnoreCase(URI.create(transport.endpoint()).getHost());
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }
}
