"""What `serve` adds to a site: pages load themselves again, and faults are shown in their place."""
