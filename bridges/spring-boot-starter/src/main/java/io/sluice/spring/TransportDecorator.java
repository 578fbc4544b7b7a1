package io.sluice.spring;

import io.sluice.stream.ChatTransport;

/** Puts something around the transport bean, such as observations. */
@FunctionalInterface
interface TransportDecorator {

  ChatTransport decorate(ChatTransport transport);
}
