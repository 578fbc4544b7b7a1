package io.sluice.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import io.sluice.chat.Json;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What both kinds of models are told. Mutable; for one thread.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ModelBuilder<B extends ModelBuilder<B>>
    permits SluiceChatModel.Builder, SluiceStreamingChatModel.Builder {

  private final ChatTransport transport;
  private final DefaultChatRequestParameters.Builder<?> parameters =
      ChatRequestParameters.builder();
  private final List<ChatModelListener> listeners = new ArrayList<>();
  private final Map<String, Json> fields = new LinkedHashMap<>();
  private StreamOptions options = StreamOptions.defaults();
  private SchemaJson schemas = SchemaJson.LENIENT;

  ModelBuilder(ChatTransport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
  }

  /** Sets the model that requests ask for unless they name one. */
  public B modelName(String name) {
    parameters.modelName(name);
    return self();
  }

  /** Sets the temperature of requests that have none. */
  public B temperature(double value) {
    parameters.temperature(value);
    return self();
  }

  /** Sets the share of probability to sample from, for requests that have none. */
  public B topP(double value) {
    parameters.topP(value);
    return self();
  }

  /** Sets the most tokens an answer may have, for requests that do not say. */
  public B maxOutputTokens(int most) {
    parameters.maxOutputTokens(most);
    return self();
  }

  /** Sets the sequences before which an answer ends, for requests that have none. */
  public B stopSequences(List<String> sequences) {
    parameters.stopSequences(sequences);
    return self();
  }

  /** Sets the parameters that a request has unless it sets them; those that are null stay. */
  public B defaultRequestParameters(ChatRequestParameters defaults) {
    parameters.overrideWith(defaults);
    return self();
  }

  /** Adds a field to each request that neither Sluice nor langchain4j models, such as a seed. */
  public B with(String field, Json value) {
    fields.put(field, value);
    return self();
  }

  /**
   * Asks the server to keep to the schemas of answers and tools exactly. All properties are then
   * required, and those that are optional may be null.
   */
  public B strictSchemas() {
    schemas = SchemaJson.STRICT;
    return self();
  }

  /** Sets how requests are sent and awaited: timeouts, retries, header fields. */
  public B options(StreamOptions how) {
    options = Objects.requireNonNull(how, "options");
    return self();
  }

  /** Adds a listener, which is told of each request, response and error. */
  public B listener(ChatModelListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return self();
  }

  abstract B self();

  ModelTerms terms() {
    var translation = new RequestTranslation(schemas, fields);
    return new ModelTerms(
        transport, options, parameters.build(), List.copyOf(listeners), translation);
  }
}
