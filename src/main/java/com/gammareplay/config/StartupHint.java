package com.gammareplay.config;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start who is served and how to run a first backtest. */
@Component
class StartupHint {

    private static final Logger LOG = LoggerFactory.getLogger(StartupHint.class);

    private final DatasetCatalog catalog;
    private final Access access;

    StartupHint(DatasetCatalog catalog, Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var port = context.getWebServer().getPort();
            if (access.isOpenToAll()) {
                LOG.warn("There are no API keys: whoever can reach port {} may read, run and delete everything", port);
            }
            LOG.info("{}", hint(port));
        }
    }

    private String hint(int port) {
        return catalog.datasets().stream()
                .filter(dataset -> dataset.readable().isPresent())
                .map(Dataset::name)
                .findFirst()
                .map(name -> "Try: curl -s http://127.0.0.1:" + port
                        + "/api/v1/backtests -H 'Content-Type: application/json' -d '{\"dataset\":\"" + name + "\"}'")
                .orElse("No recording can be read: put one into the folder of the recordings");
    }
}
