package io.sluice.langchain4j;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.common.AbstractStreamingChatModelIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.mockito.InOrder;

/**
 * langchain4j's own tests of every streaming chat model. The one of cancelling waits for half a
 * minute: {@link CancellationSuiteTest} has it.
 */
class StreamingChatModelSuiteTest extends AbstractStreamingChatModelIT {

  private final LessonServer server;
  private final NettyTransport transport;

  StreamingChatModelSuiteTest() throws IOException {
    server = LessonServer.start();
    transport = NettyTransport.open(Endpoint.of(server.baseUrl()));
  }

  @AfterAll
  void close() {
    transport.close();
    server.close();
  }

  @Override
  protected List<StreamingChatModel> models() {
    return List.of(model().build());
  }

  @Override
  public StreamingChatModel createModelWith(ChatModelListener listener) {
    return model().listener(listener).build();
  }

  @Override
  protected StreamingChatModel createModelWith(ChatRequestParameters parameters) {
    return model().defaultRequestParameters(parameters).build();
  }

  private SluiceStreamingChatModel.Builder model() {
    return SluiceStreamingChatModel.builder(transport).modelName("lesson");
  }

  @Override
  protected String customModelName() {
    return "other-lesson";
  }

  @Override
  protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
    return createParameters(maxOutputTokens);
  }

  @Override
  protected boolean supportsStreamingCancellation() {
    return false;
  }

  /** A stream has no thread of its own, so that its calls may come on several. */
  @Override
  protected boolean assertThreads() {
    return false;
  }

  @Override
  protected void verifyToolCallbacks(
      StreamingChatResponseHandler handler, InOrder order, String id) {
    order.verify(handler).onPartialToolCall(argThat(call -> call.id().equals(id)), any());
    order.verify(handler).onCompleteToolCall(any());
  }

  @Override
  protected void verifyToolCallbacks(
      StreamingChatResponseHandler handler, InOrder order, String first, String second) {
    order.verify(handler).onPartialToolCall(argThat(call -> call.id().equals(first)), any());
    order.verify(handler).onPartialToolCall(argThat(call -> call.id().equals(second)), any());
    order.verify(handler).onCompleteToolCall(argThat(call -> call.index() == 0));
    order.verify(handler).onCompleteToolCall(argThat(call -> call.index() == 1));
  }
}
