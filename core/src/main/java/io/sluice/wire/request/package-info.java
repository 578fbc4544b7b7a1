/**
 * What requests say in OpenAI's form beyond what {@code io.sluice.chat} models (parts of a message,
 * tools, the choice of a tool, the form of the answer), read once for all dialects that write it in
 * another one.
 */
@NullMarked
package io.sluice.wire.request;

import org.jspecify.annotations.NullMarked;
