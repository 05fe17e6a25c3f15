"""Finding and naming objects: YOLO networks, from a picture to boxes with names."""
