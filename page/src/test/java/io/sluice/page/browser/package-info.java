/**
 * Tests of the page in a real browser, tagged {@code browser}, and the little that they need to
 * drive one: the protocol of its developer tools, over the WebSocket of the JDK.
 */
@NullMarked
package io.sluice.page.browser;

import org.jspecify.annotations.NullMarked;
