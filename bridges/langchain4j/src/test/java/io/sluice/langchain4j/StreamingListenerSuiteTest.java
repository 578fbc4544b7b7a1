package io.sluice.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.common.AbstractStreamingChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** langchain4j's own tests of the listeners of streaming chat models. */
class StreamingListenerSuiteTest extends AbstractStreamingChatModelListenerIT {

  private final LessonServer server;
  private final NettyTransport transport;
  private final Simulator refusing = Simulator.builder().fault(Fault.parse("status=401")).start();

  StreamingListenerSuiteTest() throws IOException {
    server = LessonServer.start();
    transport = NettyTransport.open(Endpoint.of(server.baseUrl()));
  }

  @AfterEach
  void close() {
    transport.close();
    server.close();
    refusing.close();
  }

  @Override
  protected StreamingChatModel createModel(ChatModelListener listener) {
    return model(transport, listener);
  }

  @Override
  protected StreamingChatModel createFailingModel(ChatModelListener listener) {
    return model(transport.at(Endpoint.of(refusing.baseUrl().toString())), listener);
  }

  private StreamingChatModel model(ChatTransport asked, ChatModelListener listener) {
    return SluiceStreamingChatModel.builder(asked)
        .modelName(modelName())
        .temperature(temperature())
        .topP(topP())
        .maxOutputTokens(maxTokens())
        .listener(listener)
        .build();
  }

  @Override
  protected String modelName() {
    return "lesson";
  }

  @Override
  protected Class<? extends Exception> expectedExceptionClass() {
    return AuthenticationException.class;
  }
}
