package io.mortise.benchmarks.copy;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Apache Camel, without a memory of what it has copied: reads page by page, splits, posts each. */
public final class CopyCamel implements Rounds.Copier {
    private final CamelContext camel = new DefaultCamelContext();

    private CopyCamel(Server server, int contacts) throws Exception {
        String base = server.base().toString();
        int pages = (contacts + Shelf.PAGE - 1) / Shelf.PAGE;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy")
                        .loop(pages)
                        .process(CopyCamel::nextPage)
                        .to(base + "/a/contacts?httpMethod=GET")
                        .unmarshal()
                        .json(Map.class)
                        .removeHeaders("*")
                        .split(simple("${body[items]}"))
                        .marshal()
                        .json()
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .to(base + "/b/contacts?httpMethod=POST")
                        .end()
                        .end();
            }
        });
        camel.start();
    }

    private static void nextPage(Exchange exchange) {
        int index = exchange.getProperty(Exchange.LOOP_INDEX, Integer.class);
        exchange.getMessage().setHeader(Exchange.HTTP_QUERY, "page=" + (index + 1));
        exchange.getMessage().setBody(null);
    }

    public static void main(String[] arguments) throws Exception {
        new Rounds(arguments).run(CopyCamel::new);
        System.exit(0);
    }

    @Override
    public void copy() {
        Exchange done = camel.createFluentProducerTemplate().to("direct:copy").send();
        if (done.getException() != null) throw new IllegalStateException(done.getException());
    }

    @Override
    public void copyAgain() {
        copy();
    }

    @Override
    public void close() throws IOException {
        camel.stop();
    }
}
