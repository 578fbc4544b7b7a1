package io.sluice.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamException;
import java.util.List;
import java.util.Set;

/**
 * A chat model of langchain4j that waits for whole answers of a transport. Thread-safe. The
 * transport stays the caller's, who closes it.
 *
 * <p>The answer is streamed unless the options say otherwise, so that a slow or broken one is
 * noticed early and what has come of it is kept: the cause of each exception is a {@link
 * StreamException}, whose outcome has the answer so far. An answer that was cut short is a {@link
 * TruncatedAnswerException}. Requests are sent again as the options' retries say; langchain4j does
 * not repeat them.
 */
public final class SluiceChatModel implements ChatModel {

  private final ModelTerms terms;

  private SluiceChatModel(Builder builder) {
    terms = builder.terms();
  }

  /** Starts a model that asks {@code transport}. */
  public static Builder builder(ChatTransport transport) {
    return new Builder(transport);
  }

  /**
   * Sends a request and waits for the answer. An interrupt stops the stream; the flag stays set.
   *
   * @throws dev.langchain4j.exception.LangChain4jException unless the answer is complete, in the
   *     subclass that fits the failure
   */
  @Override
  public ChatResponse doChat(ChatRequest request) {
    try (ChatStream stream = terms.stream(request)) {
      return AnswerTranslation.response(stream.completion());
    } catch (StreamException broken) {
      throw FailureTranslation.exception(broken);
    } catch (IllegalArgumentException refused) {
      throw FailureTranslation.exception(refused);
    }
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return terms.parameters();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return terms.listeners();
  }

  @Override
  public ModelProvider provider() {
    return terms.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return terms.capabilities();
  }

  /** Builds a model. Mutable; for one thread. */
  public static final class Builder extends ModelBuilder<Builder> {

    private Builder(ChatTransport transport) {
      super(transport);
    }

    /** The model; the builder can go on. */
    public SluiceChatModel build() {
      return new SluiceChatModel(this);
    }

    @Override
    Builder self() {
      return this;
    }
  }
}
