package io.sluice.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** langchain4j's own tests of the listeners of chat models. */
class ChatModelListenerSuiteTest extends AbstractChatModelListenerIT {

  private final LessonServer server;
  private final NettyTransport transport;
  private final Simulator refusing = Simulator.builder().fault(Fault.parse("status=401")).start();

  ChatModelListenerSuiteTest() throws IOException {
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
  protected ChatModel createModel(ChatModelListener listener) {
    return model(transport, listener);
  }

  @Override
  protected ChatModel createFailingModel(ChatModelListener listener) {
    return model(transport.at(Endpoint.of(refusing.baseUrl().toString())), listener);
  }

  private ChatModel model(ChatTransport asked, ChatModelListener listener) {
    return SluiceChatModel.builder(asked)
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
